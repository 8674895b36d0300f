import { useEffect } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

/**
 * The token of the mailed link that led here, '' without one. It leaves the address bar, where others may read it or
 * it may be copied, and stays with the history's entry, so that a reload still knows it.
 */
export function useMailedToken(): string {
  const [search] = useSearchParams();
  const { state } = useLocation() as { state: { token?: string } | null };
  const navigate = useNavigate();
  const mailed = search.get('token');
  useEffect(() => {
    if (mailed !== null) void navigate({ search: '' }, { replace: true, state: { token: mailed } });
  }, [mailed, navigate]);
  return mailed ?? state?.token ?? '';
}
