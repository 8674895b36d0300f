import { EmailField, PasswordField } from './auth.dto';
import { Line } from './validators';

const TokenField = () => Line({ min: 1, max: 200 });

export class ForgotPasswordRequest {
  /** @example mara@example.com */
  @EmailField()
  email: string;
}

export class ResetPasswordRequest {
  /** From the mailed link. */
  @TokenField()
  token: string;

  /** 8 to 128 characters. @example battery horse correct */
  @PasswordField()
  newPassword: string;
}

export class VerifyEmailRequest {
  /** From the mailed link. */
  @TokenField()
  token: string;
}
