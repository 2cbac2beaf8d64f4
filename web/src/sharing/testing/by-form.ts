import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anchorOf } from '../form/context.tsx';

/** Fills in a term's form as a person would: each answer by the place it stands in and the words on the screen. */
export const AT = 'term';

function place(path: string): HTMLElement {
  const found = document.getElementById(anchorOf(`${AT}.${path}`));
  if (!found) throw new Error(`nothing is asked at ${path}`);
  return found;
}

export async function answer(path: string, value: string): Promise<void> {
  const at = await seen(() => document.getElementById(anchorOf(`${AT}.${path}`)));
  const own = (selector: string) => [...at.querySelectorAll<HTMLElement>(selector)];
  const choice = own('.ant-radio-wrapper, .ant-checkbox-wrapper').find(({ textContent }) => textContent?.trim() === value);
  if (choice) return choice.click();
  const [select] = own('.ant-select');
  if (select) return pick(select, value);
  const [input] = own('input');
  if (!input) throw new Error(`no answer ${value} at ${path}`);
  typed(input as HTMLInputElement, value);
}

/** A field filled in at once, as a driver does it; without the driver's way there and back, which is most of the time of a long form. */
function typed(input: HTMLInputElement, value: string): void {
  input.focus();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

async function pick(select: HTMLElement, value: string): Promise<void> {
  const combobox = select.querySelector('input');
  if (!combobox) throw new Error('a select without an input');
  combobox.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
  const option = () =>
    [...document.querySelectorAll<HTMLElement>('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')].find(
      ({ textContent }) => textContent?.trim() === value,
    );
  await seen(() => document.querySelector('.ant-select-dropdown:not(.ant-select-dropdown-hidden)'));
  // A long list shows its beginning: what is typed brings the rest.
  if (!combobox.readOnly && !option()) typed(combobox, value.replace(/^.*：/, ''));
  (await seen(option)).click();
  await expect.poll(() => document.querySelector('.ant-select-dropdown:not(.ant-select-dropdown-hidden)'), POLL).toBeNull();
}

const POLL = { interval: 10, timeout: 10_000 };

async function seen<Found>(look: () => Found | null | undefined): Promise<Found> {
  await expect.poll(look, POLL).toBeTruthy();
  return look() as Found;
}

/** Another one in a list, or a part that need not be there. */
export async function add(path: string, words: string): Promise<void> {
  const button = [...place(path).querySelectorAll('button')].filter(({ textContent }) => textContent?.trim() === words).at(-1);
  if (!button) throw new Error(`nothing adds ${words} at ${path}`);
  await userEvent.click(button);
}

export async function fill(answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, value] of Object.entries(answers)) await answer(path, value);
}

/** The table of what each gets: period, base, and what stands in the other columns. */
export const outcome = (): string[][] =>
  [...document.querySelectorAll('.what-if table.outcome tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? ''));

export function typeAmounts(row: string, amounts: Readonly<Record<string, string>>): void {
  for (const [year, amount] of Object.entries(amounts))
    typed(page.getByRole('textbox', { name: `${row} ${year}`, exact: true }).element() as HTMLInputElement, amount);
}
