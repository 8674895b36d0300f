import type { Page } from 'playwright-core';

export const PASSWORD = 'a door of carved cedar';
export const emailOf = (username: string) => `${username}@example.org`;

/** On whatever page leads there. */
export async function signIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Username or e-mail').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

export async function register(page: Page, username: string, wish: 'I want to buy' | 'I want to sell') {
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Create an account' }).click();
  await page.getByRole('radio', { name: wish }).check();
  await fillAccount(page, username);
}

/** The fields that every registration has. */
export async function fillAccount(page: Page, username: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(emailOf(username));
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
}
