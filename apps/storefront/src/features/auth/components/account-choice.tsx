import { type ReactNode, useState } from 'react';
import { Button } from '~/components/button';
import { LoginForm } from './login-form';
import { RegisterForm } from './register-form';

interface AccountChoiceProps {
  /** What was typed as e-mail address so far. */
  email: string;
  /** What a guest fills in instead. */
  children: ReactNode;
}

/** For guests in the middle of something that goes on afterwards: an account without leaving the page. */
export function AccountChoice({ email, children }: AccountChoiceProps) {
  const [chosen, setChosen] = useState<'login' | 'register' | null>(null);
  if (chosen === null) {
    return (
      <>
        {children}
        <p className="flex flex-wrap gap-x-5 gap-y-2">
          <span className="text-muted">No account needed.</span>
          <Button variant="link" onClick={() => setChosen('login')}>
            I have an account
          </Button>
          <Button variant="link" onClick={() => setChosen('register')}>
            Create an account
          </Button>
        </p>
      </>
    );
  }
  return (
    <section
      aria-label={chosen === 'login' ? 'Sign in' : 'Create an account'}
      className="flex flex-col gap-4 rounded-md bg-paper p-4 sm:p-5"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-display text-lg font-semibold">
          {chosen === 'login' ? 'Sign in' : 'Create an account'}
        </h3>
        <Button variant="link" size="sm" onClick={() => setChosen(null)}>
          Go on as a guest
        </Button>
      </div>
      <p className="text-muted">Your cart and what you have entered stay.</p>
      {chosen === 'login' ? <LoginForm username={email} /> : <RegisterForm email={email} userType="buyer" />}
    </section>
  );
}
