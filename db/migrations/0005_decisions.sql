DROP INDEX "risks_ranked";--> statement-breakpoint
ALTER TABLE "risks" DROP CONSTRAINT "risks_outcome_person_id_pk";--> statement-breakpoint
ALTER TABLE "risks" ADD CONSTRAINT "risks_outcome_artifact_person_id_pk" PRIMARY KEY("outcome","artifact","person_id");--> statement-breakpoint
ALTER TABLE "risks" ADD COLUMN "event" boolean;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "kind" text DEFAULT 'promoted' NOT NULL;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "previous" text;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "proposal" bigint;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "user_id" text;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "user_name" text;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "role" text;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_proposal_promotions_id_fk" FOREIGN KEY ("proposal") REFERENCES "public"."promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "risks_ranked" ON "risks" USING btree ("outcome","artifact","probability" DESC NULLS LAST,"status","person_id");--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_answer" UNIQUE("proposal");--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_decided_by" CHECK (case when "promotions"."kind" in ('promoted', 'registered')
        then num_nonnulls("promotions"."user_id", "promotions"."user_name", "promotions"."role") = 0
        when "promotions"."kind" in ('proposed', 'approved', 'declined', 'putBack')
        then num_nulls("promotions"."user_id", "promotions"."user_name", "promotions"."role", "promotions"."previous") = 0
        else false end);--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_answers" CHECK (("promotions"."proposal" is not null) = ("promotions"."kind" in ('approved', 'declined')));