CREATE TABLE "audit_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_id" text,
	"role" text,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_ids" text[] NOT NULL,
	"detail" jsonb,
	CONSTRAINT "audit_events_action_given" CHECK ("audit_events"."action" <> '' and "audit_events"."subject_type" <> '')
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text DEFAULT 'learner' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email"),
	CONSTRAINT "user_role_known" CHECK ("user"."role" in ('clinician', 'analyst', 'learner', 'teacher', 'administrator'))
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cohort_sources" (
	"file" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"rows" integer NOT NULL,
	"skipped" jsonb NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cohort_sources_hash" CHECK ("cohort_sources"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "diagnoses" (
	"person_id" integer NOT NULL,
	"ordinal" smallint NOT NULL,
	"day" integer NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "diagnoses_person_id_ordinal_pk" PRIMARY KEY("person_id","ordinal"),
	CONSTRAINT "diagnoses_code_known" CHECK ("diagnoses"."code" in ('nafld', 'hypertension', 'diabetes', 'dyslipidemia', 'myocardialInfarction', 'angina', 'heartFailure', 'stroke', 'atrialFibrillation', 'cardiacArrest'))
);
--> statement-breakpoint
CREATE TABLE "observations" (
	"person_id" integer NOT NULL,
	"ordinal" smallint NOT NULL,
	"day" integer NOT NULL,
	"test" text NOT NULL,
	"value" double precision,
	CONSTRAINT "observations_person_id_ordinal_pk" PRIMARY KEY("person_id","ordinal"),
	CONSTRAINT "observations_test_known" CHECK ("observations"."test" in ('hdl', 'sbp', 'smoke', 'fib4'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" integer PRIMARY KEY NOT NULL,
	"age_years" double precision NOT NULL,
	"male" boolean NOT NULL,
	"weight_kg" double precision,
	"height_cm" double precision,
	"bmi" double precision,
	"case_id" integer,
	"follow_up_days" integer NOT NULL,
	"died" boolean NOT NULL,
	CONSTRAINT "people_age_possible" CHECK ("people"."age_years" between 0 and 130),
	CONSTRAINT "people_follow_up_possible" CHECK ("people"."follow_up_days" >= 0)
);
--> statement-breakpoint
CREATE TABLE "risks" (
	"outcome" text NOT NULL,
	"person_id" integer NOT NULL,
	"artifact" text NOT NULL,
	"status" text NOT NULL,
	"probability" double precision,
	"lower" double precision,
	"upper" double precision,
	"band" text,
	"fold" smallint,
	"raised_by" text[],
	CONSTRAINT "risks_outcome_person_id_pk" PRIMARY KEY("outcome","person_id"),
	CONSTRAINT "risks_outcome_known" CHECK ("risks"."outcome" in ('diabetes', 'hypertension', 'cardiovascular')),
	CONSTRAINT "risks_band_known" CHECK ("risks"."band" in ('low', 'moderate', 'high', 'veryHigh')),
	CONSTRAINT "risks_probability_possible" CHECK ("risks"."probability" between 0 and 1 and "risks"."lower" between 0 and "risks"."upper" and "risks"."upper" <= 1),
	CONSTRAINT "risks_scored_or_not" CHECK (case "risks"."status"
        when 'risk' then num_nulls("risks"."probability", "risks"."lower", "risks"."upper", "risks"."band", "risks"."raised_by") = 0
        when 'alreadyHas' then num_nonnulls("risks"."probability", "risks"."lower", "risks"."upper", "risks"."band", "risks"."raised_by", "risks"."fold") = 0
        else false end)
);
--> statement-breakpoint
CREATE TABLE "models" (
	"artifact" text PRIMARY KEY NOT NULL,
	"vertical" text NOT NULL,
	"outcome" text NOT NULL,
	"card" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "models_purpose" UNIQUE("artifact","vertical","outcome")
);
--> statement-breakpoint
CREATE TABLE "promotions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "promotions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"vertical" text NOT NULL,
	"outcome" text NOT NULL,
	"artifact" text NOT NULL,
	"reason" text NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "promotions_reason_given" CHECK ("promotions"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "training_points" (
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"learner" text NOT NULL,
	"fold" integer,
	"epoch" integer NOT NULL,
	"train_loss" double precision NOT NULL,
	"validation_loss" double precision,
	CONSTRAINT "training_points_run_id_position_pk" PRIMARY KEY("run_id","position")
);
--> statement-breakpoint
CREATE TABLE "training_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"vertical" text NOT NULL,
	"outcome" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"stage" text,
	"fraction" double precision DEFAULT 0 NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"artifact" text,
	"error" text,
	"cancel_requested" boolean DEFAULT false NOT NULL,
	CONSTRAINT "training_runs_status_known" CHECK ("training_runs"."status" in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
	CONSTRAINT "training_runs_fraction" CHECK ("training_runs"."fraction" between 0 and 1),
	CONSTRAINT "training_runs_finished" CHECK (("training_runs"."finished_at" is not null) = ("training_runs"."status" in ('succeeded', 'failed', 'cancelled'))),
	CONSTRAINT "training_runs_artifact" CHECK (("training_runs"."artifact" is not null) = ("training_runs"."status" = 'succeeded')),
	CONSTRAINT "training_runs_error" CHECK (("training_runs"."error" is not null) = ("training_runs"."status" = 'failed'))
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnoses" ADD CONSTRAINT "diagnoses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observations" ADD CONSTRAINT "observations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risks" ADD CONSTRAINT "risks_artifact_models_artifact_fk" FOREIGN KEY ("artifact") REFERENCES "public"."models"("artifact") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risks" ADD CONSTRAINT "risks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_model" FOREIGN KEY ("artifact","vertical","outcome") REFERENCES "public"."models"("artifact","vertical","outcome") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_points" ADD CONSTRAINT "training_points_run_id_training_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."training_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_user" ON "audit_events" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "account_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "diagnoses_known" ON "diagnoses" USING btree ("code","person_id") WHERE "diagnoses"."day" <= 0;--> statement-breakpoint
CREATE INDEX "promotions_newest" ON "promotions" USING btree ("vertical","outcome","id");--> statement-breakpoint
CREATE UNIQUE INDEX "training_runs_one_active" ON "training_runs" USING btree ("vertical","outcome") WHERE "training_runs"."status" in ('queued', 'running') and not "training_runs"."cancel_requested";--> statement-breakpoint
CREATE INDEX "training_runs_newest" ON "training_runs" USING btree ("vertical","created_at");