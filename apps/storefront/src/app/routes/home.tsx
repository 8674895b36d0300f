import { Page } from '~/components/page';

export function Component() {
  return <Page title="Made by people, sold in one place" />;
}
