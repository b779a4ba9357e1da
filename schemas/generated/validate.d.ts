// Generated from schemas/pmjob.schema.json by `npm run generate`.
export interface ValidationError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
}

/** Judges a body; when it is false, `errors` holds what is wrong until the next call. */
export const validate: {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
};
export default validate;
