import type { DigitalFileDto } from '@souk/contracts/product-media.dto';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { ApiError } from '~/lib/api-error';

/** The file that a digital product delivers; null while there is none. */
export const digitalFileQuery = (id: number) =>
  queryOptions({
    queryKey: ['products', id, 'file'],
    queryFn: ({ signal }): Promise<DigitalFileDto | null> =>
      unwrap(api.GET('/api/products/{id}/file', { params: { path: { id } }, signal })).catch(
        (error: unknown) => {
          if (error instanceof ApiError && error.status === 404) return null;
          throw error;
        },
      ),
  });
