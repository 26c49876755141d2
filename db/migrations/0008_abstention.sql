ALTER TABLE "risks" ADD COLUMN "abstains" text;--> statement-breakpoint
ALTER TABLE "risks" ADD COLUMN "unusual" text[];--> statement-breakpoint
ALTER TABLE "risks" ADD CONSTRAINT "risks_abstains_known" CHECK ("risks"."abstains" in ('unlikeTraining', 'noOutcome', 'nothingMeasured', 'outsideRange'));--> statement-breakpoint
ALTER TABLE "risks" ADD CONSTRAINT "risks_abstains_untrusted" CHECK ("risks"."abstains" is null or not "risks"."trusted");