import { LIMITS } from '@souk/contracts';
import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { IconButton } from '~/components/icon-button';
import { Input } from '~/components/input';

interface PasswordInputProps extends Omit<ComponentProps<typeof Input>, 'type' | 'before'> {
  /** Tells password managers whether to fill in or to suggest. */
  autoComplete: 'current-password' | 'new-password';
}

export function PasswordInput(props: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input
        {...props}
        type={shown ? 'text' : 'password'}
        maxLength={LIMITS.password.max}
        autoCapitalize="off"
        spellCheck={false}
        className="pr-12"
      />
      <IconButton
        icon={shown ? EyeOff : Eye}
        label={shown ? 'Hide password' : 'Show password'}
        onClick={() => setShown(!shown)}
        className="absolute! top-0.5 right-0.5 text-muted"
      />
    </div>
  );
}
