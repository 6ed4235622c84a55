import { listUsers } from "@segment-iam/client";
import { createMockIam } from "@segment-iam/react/testing";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { Users } from "../src/users.tsx";

const meta = {
  component: Users,
  loaders: [() => ({ mock: createMockIam({ users: 3 }) })],
  decorators: [
    (Story, { loaded: { mock } }) => (
      <mock.wrapper>
        <Story />
      </mock.wrapper>
    ),
  ],
} satisfies Meta<typeof Users>;

export default meta;

export const List: StoryObj<typeof meta> = {};

export const Failed: StoryObj<typeof meta> = {
  loaders: [
    () => {
      const mock = createMockIam();
      mock.workspace.fail(listUsers, { status: 403 });
      return { mock };
    },
  ],
};
