import type { EraseAccountRequest } from '@souk/contracts/own-data.dto';
import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { saveFile } from '~/lib/save-file';
import { forgetSession } from '~/lib/session-token';

export function useExport(username: string) {
  return useMutation({
    mutationFn: () => unwrap(api.GET('/api/auth/export', { parseAs: 'blob' })),
    onSuccess: (content) =>
      saveFile(content, `souk-${username}-${new Date().toISOString().slice(0, 10)}.json`),
  });
}

/** There is no way back. */
export function useErase() {
  return useMutation({
    mutationFn: (input: EraseAccountRequest) => unwrap(api.DELETE('/api/auth/profile', { body: input })),
    onSuccess: () => {
      forgetSession();
      // A page loaded anew remembers nothing of who has left.
      window.location.assign('/');
    },
  });
}
