const ADDRESS = /([^\s<>"'(),:;@])[^\s<>"'(),:;@]*@([^\s<>"'(),:;@]+)/g;

/** `jo@example.com` → `j…@example.com`, wherever an address stands in a text. */
export const masked = (text: string): string => text.replace(ADDRESS, '$1…@$2');

/** What was noted of an error, without the name of its class: people read the words. */
export const wordsOf = (noted: string | null): string | null => noted && noted.replace(/^[A-Z]\w*: /, '');
