import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

const SHORTEST = 2;
const SHOWN = 6;

/** A few products for what has been typed so far; nothing below two characters. */
export const suggestionsQuery = (term: string) =>
  queryOptions({
    queryKey: ['products', 'suggestions', term],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/products', { params: { query: { search: term, limit: SHOWN } }, signal })),
    enabled: term.length >= SHORTEST,
    placeholderData: keepPreviousData,
    select: ({ items }) => items,
  });
