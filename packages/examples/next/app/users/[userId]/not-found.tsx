export default function UserNotFound() {
  return (
    <div role="alert">
      <h1>Error 404</h1>
      <p>The user does not exist</p>
    </div>
  );
}
