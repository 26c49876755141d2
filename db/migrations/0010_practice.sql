CREATE TABLE "practice_answers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practice_answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"turn" bigint NOT NULL,
	"typed" text NOT NULL,
	"verdict" text NOT NULL,
	"misconception" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice_difficulty" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"state" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "practice_difficulty_only" CHECK ("practice_difficulty"."only")
);
--> statement-breakpoint
CREATE TABLE "practice_exercises" (
	"id" text PRIMARY KEY NOT NULL,
	"skill" text NOT NULL,
	"template" text NOT NULL,
	"difficulty" double precision NOT NULL,
	"features" jsonb NOT NULL,
	"verified_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice_learners" (
	"learner" text PRIMARY KEY NOT NULL,
	"state" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice_turns" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practice_turns_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"learner" text NOT NULL,
	"exercise" text NOT NULL,
	"choice" jsonb NOT NULL,
	"hints_shown" integer DEFAULT 0 NOT NULL,
	"solution_shown" boolean DEFAULT false NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "practice_turns_outcome" CHECK ("practice_turns"."outcome" in ('right', 'shown', 'left')),
	CONSTRAINT "practice_turns_closed" CHECK (("practice_turns"."closed_at" is null) = ("practice_turns"."outcome" is null))
);
--> statement-breakpoint
ALTER TABLE "practice_answers" ADD CONSTRAINT "practice_answers_turn_practice_turns_id_fk" FOREIGN KEY ("turn") REFERENCES "public"."practice_turns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_learners" ADD CONSTRAINT "practice_learners_learner_user_id_fk" FOREIGN KEY ("learner") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_turns" ADD CONSTRAINT "practice_turns_learner_user_id_fk" FOREIGN KEY ("learner") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_turns" ADD CONSTRAINT "practice_turns_exercise_practice_exercises_id_fk" FOREIGN KEY ("exercise") REFERENCES "public"."practice_exercises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_answers_turn" ON "practice_answers" USING btree ("turn");--> statement-breakpoint
CREATE INDEX "practice_exercises_template" ON "practice_exercises" USING btree ("template");--> statement-breakpoint
CREATE UNIQUE INDEX "practice_turns_open" ON "practice_turns" USING btree ("learner") WHERE "practice_turns"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "practice_turns_newest" ON "practice_turns" USING btree ("learner","id");