import { CodedError, PermissionDenied } from '../../platform/http/errors';

/** What a vendor may change of what staff took off the market: all but whether it is there. @throws PermissionDenied */
export function whileSuspended<T extends { isActive?: boolean }>(noun: string, change: T): T {
  if (change.isActive) {
    throw new PermissionDenied(`The marketplace has closed this ${noun}; only its staff can open it again.`);
  }
  return { ...change, isActive: undefined };
}

/** So that the audit log has no act without an effect. @throws CodedError */
export function refuseUnchanged(noun: string, isOff: boolean, wantedOff: boolean): void {
  if (isOff !== wantedOff) return;
  const message = isOff ? `This ${noun} is deactivated already.` : `This ${noun} is not deactivated.`;
  throw new CodedError('INVALID_TRANSITION', message);
}
