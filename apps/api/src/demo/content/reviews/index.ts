import { random, type Random } from '../../pictures/random';
import type { DemoProduct } from '../catalogue';
import { familyOf, type ReviewTexts } from './family';
import { FIVE_STARS } from './five';
import { FOUR_STARS } from './four';
import { LOW_STARS } from './low';
import { REPLIES } from './replies';
import { THREE_STARS } from './three';

type Rating = 1 | 2 | 3 | 4 | 5;

export interface DemoReview {
  readonly rating: Rating;
  readonly comment: string;
  /** The vendor's answer, for about a third of the reviews. */
  readonly reply: string | null;
}

const TEXTS: Readonly<Record<Rating, ReviewTexts>> = {
  5: FIVE_STARS,
  4: FOUR_STARS,
  3: THREE_STARS,
  2: LOW_STARS,
  1: LOW_STARS,
};

/** `count` opinions about a product, fewer when the texts run out: none is said twice, most are good, a few are not. */
export function reviewsOf(product: DemoProduct, count: number): readonly DemoReview[] {
  const rng = random('reviews', product.name);
  const taken = new Set<string>();
  const reviews: DemoReview[] = [];
  while (reviews.length < count) {
    const rating = ratingFrom(rng.next());
    const comment = textFor(product, TEXTS[rating], taken, rng);
    if (comment === undefined) break;
    taken.add(comment);
    const replies: readonly string[] =
      rating === 5 ? REPLIES.glad : rating >= 3 ? REPLIES.helpful : REPLIES.sorry;
    const answer = rng.pick(replies.filter((text) => !taken.has(text)));
    const reply = rng.chance(rating < 3 ? 0.7 : 0.28) ? answer : null;
    if (reply !== null) taken.add(reply);
    reviews.push({ rating, comment, reply });
  }
  return reviews;
}

/** Mostly about this kind of goods; downloads come in no parcel, so the general texts are not for them. */
function textFor(
  product: DemoProduct,
  texts: ReviewTexts,
  taken: Set<string>,
  rng: Random,
): string | undefined {
  const unsaid = (list: readonly string[]): readonly string[] => list.filter((text) => !taken.has(text));
  const [own, general] = [unsaid(texts[familyOf(product)]), product.digital ? [] : unsaid(texts.any)];
  const list = rng.chance(0.7) && own.length > 0 ? own : general.length > 0 ? general : own;
  return list.length > 0 ? rng.pick(list) : undefined;
}

function ratingFrom(draw: number): Rating {
  if (draw < 0.6) return 5;
  if (draw < 0.84) return 4;
  if (draw < 0.94) return 3;
  return draw < 0.98 ? 2 : 1;
}
