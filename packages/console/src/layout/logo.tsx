import { Group, Text } from "@mantine/core";
import { Link } from "react-router";
import favicon from "../favicon.svg";
import classes from "./logo.module.css";

/** The console's name, and the way home. */
export function Logo() {
  return (
    <Link to="/users" className={classes.link} aria-label="Segment IAM: all users">
      <Group gap="xs" wrap="nowrap">
        <img src={favicon} alt="" width={28} height={28} />
        <Text fw={650} component="span" className={classes.name}>
          Segment IAM
        </Text>
      </Group>
    </Link>
  );
}
