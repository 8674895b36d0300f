import { REVIEW_SORTS } from '@souk/contracts';
import { MessageSquareText, SearchX } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Select } from '~/components/input';
import { Page } from '~/components/page';
import { EmptyState } from '~/components/states';
import { ReceivedList } from '~/features/feedback/components/received-list';
import { useChosenStore } from './chosen-store';

const RATINGS = [5, 4, 3, 2, 1];
const SORT_LABELS = {
  newest: 'Newest first',
  rating: 'Lowest rating first',
  '-rating': 'Highest rating first',
};

export function Component() {
  const [params, setParams] = useSearchParams();
  const store = useChosenStore();
  const rating = RATINGS.find((stars) => String(stars) === params.get('rating'));
  const sort = REVIEW_SORTS.find((known) => known === params.get('sort')) ?? 'newest';
  const change = (name: 'rating' | 'sort', value: string) =>
    setParams((now) => {
      if (value && value !== 'newest') now.set(name, value);
      else now.delete(name);
      return now;
    });
  return (
    <Page
      title="Reviews"
      lead="What buyers say of your products. A reply is public, and shows that you listen."
    >
      <search className="grid grid-cols-2 gap-3 sm:max-w-md">
        <Field label="Rating" hideLabel>
          <Select value={rating ?? ''} onChange={(event) => change('rating', event.target.value)}>
            <option value="">Any rating</option>
            {RATINGS.map((stars) => (
              <option key={stars} value={stars}>
                {stars} {stars === 1 ? 'star' : 'stars'}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Sort" hideLabel>
          <Select value={sort} onChange={(event) => change('sort', event.target.value)}>
            {REVIEW_SORTS.map((each) => (
              <option key={each} value={each}>
                {SORT_LABELS[each]}
              </option>
            ))}
          </Select>
        </Field>
      </search>
      <ReceivedList
        filter={{ sort, ...(rating && { rating }), ...(store && { store }) }}
        empty={
          rating ? (
            <EmptyState
              icon={SearchX}
              title="No review has this rating"
              action={
                <Button variant="secondary" onClick={() => change('rating', '')}>
                  Show all reviews
                </Button>
              }
            />
          ) : (
            <EmptyState icon={MessageSquareText} title="No reviews yet">
              Whoever has bought a product may review it. Reviews appear here and beside the product.
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
