CREATE TABLE "practice_classes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practice_classes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"teacher" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "practice_classes_name" CHECK ("practice_classes"."name" <> '')
);
--> statement-breakpoint
CREATE TABLE "practice_members" (
	"class" bigint NOT NULL,
	"learner" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "practice_members_class_learner_pk" PRIMARY KEY("class","learner")
);
--> statement-breakpoint
CREATE TABLE "practice_set_learners" (
	"set" bigint NOT NULL,
	"learner" text NOT NULL,
	CONSTRAINT "practice_set_learners_set_learner_pk" PRIMARY KEY("set","learner")
);
--> statement-breakpoint
CREATE TABLE "practice_sets" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practice_sets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"class" bigint NOT NULL,
	"skills" text[] NOT NULL,
	"exercises" integer NOT NULL,
	"success" double precision NOT NULL,
	"due_on" date,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "practice_sets_skills" CHECK (cardinality("practice_sets"."skills") > 0),
	CONSTRAINT "practice_sets_exercises" CHECK ("practice_sets"."exercises" > 0),
	CONSTRAINT "practice_sets_success" CHECK ("practice_sets"."success" > 0 and "practice_sets"."success" < 1)
);
--> statement-breakpoint
ALTER TABLE "practice_learners" ADD COLUMN "simulated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "practice_turns" ADD COLUMN "set" bigint;--> statement-breakpoint
ALTER TABLE "practice_classes" ADD CONSTRAINT "practice_classes_teacher_user_id_fk" FOREIGN KEY ("teacher") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_members" ADD CONSTRAINT "practice_members_class_practice_classes_id_fk" FOREIGN KEY ("class") REFERENCES "public"."practice_classes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_members" ADD CONSTRAINT "practice_members_learner_user_id_fk" FOREIGN KEY ("learner") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_set_learners" ADD CONSTRAINT "practice_set_learners_set_practice_sets_id_fk" FOREIGN KEY ("set") REFERENCES "public"."practice_sets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_set_learners" ADD CONSTRAINT "practice_set_learners_learner_user_id_fk" FOREIGN KEY ("learner") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_sets" ADD CONSTRAINT "practice_sets_class_practice_classes_id_fk" FOREIGN KEY ("class") REFERENCES "public"."practice_classes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_classes_teacher" ON "practice_classes" USING btree ("teacher");--> statement-breakpoint
CREATE INDEX "practice_members_learner" ON "practice_members" USING btree ("learner");--> statement-breakpoint
CREATE INDEX "practice_set_learners_learner" ON "practice_set_learners" USING btree ("learner");--> statement-breakpoint
CREATE INDEX "practice_sets_class" ON "practice_sets" USING btree ("class");--> statement-breakpoint
ALTER TABLE "practice_turns" ADD CONSTRAINT "practice_turns_set_practice_sets_id_fk" FOREIGN KEY ("set") REFERENCES "public"."practice_sets"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_turns_set" ON "practice_turns" USING btree ("set");