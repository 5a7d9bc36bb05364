/** The schema of an error that crosses a process border. */
import { z } from "zod";
import { ERROR_CODES } from "./errors.ts";

export const errorDataSchema = z.object({ code: z.enum(ERROR_CODES), message: z.string() });
