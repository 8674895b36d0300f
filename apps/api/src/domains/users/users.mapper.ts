import type { ProfileDto } from '@souk/contracts/auth.dto';
import type { Account } from './users.service';

export const toProfileDto = ({ user, profile }: Account): ProfileDto => ({
  id: user.id,
  username: user.username,
  email: user.email,
  emailVerified: user.emailVerifiedAt !== null,
  firstName: user.firstName,
  lastName: user.lastName,
  userType: profile.userType,
  isStaff: user.isStaff,
  phone: profile.phone,
  address: profile.address,
  createdAt: user.createdAt.toISOString(),
});
