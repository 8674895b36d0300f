import { Page } from '~/components/page';
import { AddressBookSection } from '~/features/addresses/components/address-book-section';
import { useSession } from '~/features/auth/api/session';
import { ApiKeysSection } from '~/features/auth/components/api-keys-section';
import { ConfirmEmailNotice } from '~/features/auth/components/confirm-email-notice';
import { DevicesSection } from '~/features/auth/components/devices-section';
import { OwnDataSection } from '~/features/auth/components/own-data-section';
import { PasswordForm } from '~/features/auth/components/password-form';
import { ProfileForm } from '~/features/auth/components/profile-form';
import { SignOutSection } from '~/features/auth/components/sign-out-section';
import { ThemeSection } from '~/features/auth/components/theme-section';

/** The route above it lets in only who is signed in; while signing out there is nobody for a moment. */
export function Component() {
  const { user } = useSession();
  if (!user) return null;
  return (
    <Page title="Your profile" narrow>
      {!user.emailVerified && <ConfirmEmailNotice key={user.email} email={user.email} />}
      <ProfileForm key={user.id} profile={user} />
      <AddressBookSection />
      <PasswordForm username={user.username} />
      <DevicesSection />
      <ApiKeysSection userType={user.userType} />
      <ThemeSection />
      <SignOutSection />
      <OwnDataSection profile={user} />
    </Page>
  );
}
