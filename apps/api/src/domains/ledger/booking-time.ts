import { AsyncLocalStorage } from 'node:async_hooks';

const past = new AsyncLocalStorage<Date>();

/** When what is booked now has happened: now, unless the demo lives its past. */
export const bookingTime = (): Date => past.getStore() ?? new Date();

/** What was booked stays as it is, so what lies in the past must be booked there. */
export const bookedAt = <T>(time: Date, work: () => Promise<T>): Promise<T> => past.run(time, work);
