import { index, route, type RouteConfig } from "@react-router/dev/routes";

const routes: RouteConfig = [
  index("routes/users.tsx"),
  route("users/:userId", "routes/user.tsx"),
  route("api/iam/*", "routes/iam-proxy.ts"),
];

export default routes;
