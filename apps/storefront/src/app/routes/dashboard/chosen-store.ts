import { useSearchParams } from 'react-router';

/** The id in `?store=`, which the switcher in the navigation sets; undefined for all stores. */
export function useChosenStore(): number | undefined {
  const id = Number(useSearchParams()[0].get('store'));
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

/** Keeps the chosen store on the way to another page of the dashboard. */
export function useDashboardPath(): (path: string) => string {
  const store = useChosenStore();
  return (path) => {
    if (!store) return path;
    return `${path}${path.includes('?') ? '&' : '?'}store=${store}`;
  };
}
