import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

const SHORTEST = 2;

/** Products, categories and stores for what has been typed so far; nothing below two characters. */
export const suggestionsQuery = (term: string) =>
  queryOptions({
    queryKey: ['suggestions', term],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/products/suggestions', { params: { query: { q: term } }, signal })),
    enabled: term.length >= SHORTEST,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
