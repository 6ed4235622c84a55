import { Alert, Button, Group, Stack } from "@mantine/core";
import type { IamFailure, OperationDescriptor } from "@segment-iam/client";
import { IconInfoCircle } from "@tabler/icons-react";
import type { FormEvent, ReactNode } from "react";
import { FailureNotice } from "../feedback/failure-notice.tsx";
import { RateLimitNotice } from "../feedback/rate-limit-notice.tsx";
import type { FieldErrors } from "./field-errors.ts";
import { texts } from "./texts.ts";

/** Props of {@link MutationForm}. */
export interface MutationFormProps {
  /** The operation that the mutation calls. */
  readonly operation: OperationDescriptor;
  readonly mutation: {
    readonly isPending: boolean;
    readonly failureReason: IamFailure | null;
    readonly error: IamFailure | null;
  };
  readonly errors: FieldErrors;
  /** Why the form was not sent. @default none */
  readonly notice?: string | undefined;
  /** The title on failure, such as `Could not send invites`. */
  readonly errorTitle: string;
  readonly submitLabel: string;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  /** The fields. They show `errors.byField` themselves. */
  readonly children: ReactNode;
}

/** A form that calls a mutation. Below the fields, it shows the mutation's rate limit and failure, and the buttons. */
export function MutationForm(props: MutationFormProps) {
  const { operation, mutation, errors, notice, errorTitle, submitLabel, onSubmit, onCancel, children } = props;
  const { isPending, failureReason, error } = mutation;
  const hasFieldErrors = Object.keys(errors.byField).length > 0;

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        {children}
        {notice !== undefined && (
          <Alert role="alert" color="gray" icon={<IconInfoCircle />}>
            {notice}
          </Alert>
        )}
        <RateLimitNotice operation={operation} isBusy={isPending} failure={failureReason} />
        {error && (
          <FailureNotice
            failure={error}
            title={errorTitle}
            explanation={hasFieldErrors ? { message: texts.fixFields, details: errors.other } : undefined}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {texts.cancel}
          </Button>
          <Button type="submit" loading={isPending}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
