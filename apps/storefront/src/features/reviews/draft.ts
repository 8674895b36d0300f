import type { ReviewInput } from '@souk/contracts/reviews.dto';

/** What has been typed of a review that is not published: a reload or signing in again must not lose it. */
const keyOf = (productId: number) => `souk.review.${productId}`;

export function readDraft(productId: number): Partial<ReviewInput> {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(keyOf(productId)) ?? '{}');
    if (typeof draft !== 'object' || draft === null) return {};
    const { rating, comment } = draft as Record<string, unknown>;
    return {
      rating: typeof rating === 'number' ? rating : undefined,
      comment: typeof comment === 'string' ? comment : undefined,
    };
  } catch {
    return {};
  }
}

export function keepDraft(productId: number, draft: { rating?: number | null; comment?: string }): void {
  try {
    sessionStorage.setItem(keyOf(productId), JSON.stringify(draft));
  } catch {
    // Storage may be blocked: the draft then lasts as long as the page.
  }
}

export function dropDraft(productId: number): void {
  try {
    sessionStorage.removeItem(keyOf(productId));
  } catch {
    // Nothing was kept.
  }
}
