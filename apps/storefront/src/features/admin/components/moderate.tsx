import { LIMITS } from '@souk/contracts';
import { useState } from 'react';
import { Button } from '~/components/button';
import { FormDialog } from '~/components/form-dialog';
import { Field } from '~/components/field';
import { Textarea } from '~/components/input';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { atMost } from '~/lib/rules';
import { type Act, useModerate } from '../api/admin';

interface ModerateProps {
  act: Act;
  id: number;
  /** What it is done to, as people call it. */
  name: string;
}

const WORDS: Record<Act, { done: string; effect: string }> = {
  'deactivate users': {
    done: 'is deactivated',
    effect: 'The user is signed out everywhere and cannot sign in. Stores of a vendor stay open.',
  },
  'reactivate users': { done: 'is active again', effect: 'The user can sign in again.' },
  'deactivate stores': {
    done: 'is deactivated',
    effect: 'The store and its products leave the shop. Its vendor cannot open it.',
  },
  'reactivate stores': {
    done: 'is its vendor’s again',
    effect: 'The store opens again, unless its vendor had closed it.',
  },
  'deactivate products': {
    done: 'is deactivated',
    effect: 'The product leaves the shop. Its vendor cannot list it.',
  },
  'reactivate products': {
    done: 'is its vendor’s again',
    effect: 'The product is listed again, unless its vendor had hidden it.',
  },
  'remove reviews': { done: 'is removed', effect: 'The review is gone for good and no longer counts.' },
};

/** A button that asks why before it acts. */
export function Moderate({ act, id, name }: ModerateProps) {
  const [open, setOpen] = useState(false);
  const verb = act.split(' ')[0] ?? '';
  const title = `${verb[0]?.toUpperCase()}${verb.slice(1)}`;
  return (
    <>
      <Button variant="secondary" size="sm" aria-label={`${title} ${name}`} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <ModerateDialog key={String(open)} {...{ act, id, name, title, open }} onClose={() => setOpen(false)} />
    </>
  );
}

interface ModerateDialogProps extends ModerateProps {
  title: string;
  open: boolean;
  onClose: () => void;
}

function ModerateDialog({ act, id, name, title, open, onClose }: ModerateDialogProps) {
  const moderate = useModerate(act, id);
  const form = useSubmitForm({
    defaultValues: { reason: '' },
    onSubmit: async ({ reason }) => {
      await moderate.mutateAsync(reason);
      toast.success(`${name} ${WORDS[act].done}`);
      onClose();
    },
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      form={form}
      open={open}
      onClose={onClose}
      title={`${title} ${name}?`}
      description={WORDS[act].effect}
      submit={title}
      danger={!act.startsWith('reactivate')}
    >
      <Field label="Reason" hint="Kept in the audit log." error={errors.reason?.message}>
        <Textarea
          rows={3}
          {...form.register('reason', {
            validate: (reason) => reason.trim() !== '' || 'Say why.',
            maxLength: atMost(LIMITS.auditReason.max),
          })}
        />
      </Field>
    </FormDialog>
  );
}
