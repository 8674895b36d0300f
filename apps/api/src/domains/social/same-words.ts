const SHORT_LINK = /https:\/\/t\.co\/\w+/g;
const LINK = /(?:https?:\/\/)?[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+(?:[/?#]\S*)?/gu;
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Whether X shows this as that: it shortens links, adds one for a picture, and escapes as for HTML. */
export const sameWords = (shown: string, sent: string): boolean =>
  wordsOf(shown.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)) === wordsOf(sent);

const wordsOf = (text: string): string =>
  text.replace(SHORT_LINK, '').replace(LINK, '').replace(/\s+/g, ' ').trim().normalize('NFC');
