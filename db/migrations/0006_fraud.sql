CREATE TABLE "fraud_alerts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "fraud_alerts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transaction_id" bigint NOT NULL,
	"customer" integer NOT NULL,
	"terminal" integer NOT NULL,
	"expected_loss_minor" integer NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"claimed_by" text,
	"claimed_name" text,
	"claimed_until" timestamp with time zone,
	"verdict" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "fraud_alerts_transaction_id_unique" UNIQUE("transaction_id"),
	CONSTRAINT "fraud_alerts_claim" CHECK (num_nulls("fraud_alerts"."claimed_by", "fraud_alerts"."claimed_name", "fraud_alerts"."claimed_until") in (0, 3)),
	CONSTRAINT "fraud_alerts_closed" CHECK (("fraud_alerts"."verdict" is null) = ("fraud_alerts"."closed_at" is null)),
	CONSTRAINT "fraud_alerts_verdict" CHECK ("fraud_alerts"."verdict" in ('fraud', 'genuine'))
);
--> statement-breakpoint
CREATE TABLE "fraud_decisions" (
	"transaction_id" bigint PRIMARY KEY NOT NULL,
	"idempotency_key" text,
	"request_sha256" text NOT NULL,
	"answer" text NOT NULL,
	"score" double precision,
	"expected_loss_minor" integer NOT NULL,
	"model" text,
	"failure" text,
	"rules" jsonb NOT NULL,
	"reasons" jsonb NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fraud_decisions_idempotency_key_unique" UNIQUE("idempotency_key"),
	CONSTRAINT "fraud_decisions_answer" CHECK ("fraud_decisions"."answer" in ('approve', 'review', 'decline')),
	CONSTRAINT "fraud_decisions_score" CHECK ("fraud_decisions"."score" between 0 and 1),
	CONSTRAINT "fraud_decisions_scored_or_why_not" CHECK (num_nonnulls("fraud_decisions"."score", "fraud_decisions"."failure") = 1),
	CONSTRAINT "fraud_decisions_model" CHECK (("fraud_decisions"."score" is null) = ("fraud_decisions"."model" is null))
);
--> statement-breakpoint
CREATE TABLE "fraud_labels" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "fraud_labels_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transaction_id" bigint NOT NULL,
	"fraud" boolean,
	"source" text NOT NULL,
	"scenario" text,
	"known_at" timestamp with time zone NOT NULL,
	CONSTRAINT "fraud_labels_source" CHECK ("fraud_labels"."source" in ('chargeback', 'verdict')),
	CONSTRAINT "fraud_labels_scenario" CHECK ("fraud_labels"."scenario" is null or "fraud_labels"."fraud")
);
--> statement-breakpoint
CREATE TABLE "fraud_reviews" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "fraud_reviews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"alert_id" bigint NOT NULL,
	"event" text NOT NULL,
	"reason" text,
	"note" text,
	"user_id" text NOT NULL,
	"user_name" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fraud_reviews_event" CHECK ("fraud_reviews"."event" in ('claimed', 'released', 'fraud', 'genuine', 'note', 'undone')),
	CONSTRAINT "fraud_reviews_reason" CHECK (("fraud_reviews"."reason" is not null) = ("fraud_reviews"."event" in ('fraud', 'genuine'))),
	CONSTRAINT "fraud_reviews_note" CHECK ("fraud_reviews"."event" <> 'note' or "fraud_reviews"."note" <> '')
);
--> statement-breakpoint
CREATE TABLE "fraud_transactions" (
	"sequence" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "fraud_transactions_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" bigint NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"customer" integer NOT NULL,
	"terminal" integer NOT NULL,
	"amount_minor" integer NOT NULL,
	"currency" text NOT NULL,
	"simulated" boolean NOT NULL,
	CONSTRAINT "fraud_transactions_id_unique" UNIQUE("id"),
	CONSTRAINT "fraud_transactions_amount" CHECK ("fraud_transactions"."amount_minor" >= 0),
	CONSTRAINT "fraud_transactions_currency" CHECK ("fraud_transactions"."currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
ALTER TABLE "fraud_alerts" ADD CONSTRAINT "fraud_alerts_transaction_id_fraud_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."fraud_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fraud_decisions" ADD CONSTRAINT "fraud_decisions_transaction_id_fraud_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."fraud_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fraud_decisions" ADD CONSTRAINT "fraud_decisions_model_models_artifact_fk" FOREIGN KEY ("model") REFERENCES "public"."models"("artifact") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fraud_labels" ADD CONSTRAINT "fraud_labels_transaction_id_fraud_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."fraud_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fraud_reviews" ADD CONSTRAINT "fraud_reviews_alert_id_fraud_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."fraud_alerts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fraud_alerts_queue" ON "fraud_alerts" USING btree ("expected_loss_minor" DESC NULLS LAST,"id") WHERE "fraud_alerts"."verdict" is null;--> statement-breakpoint
CREATE INDEX "fraud_alerts_customer" ON "fraud_alerts" USING btree ("customer");--> statement-breakpoint
CREATE INDEX "fraud_alerts_terminal" ON "fraud_alerts" USING btree ("terminal");--> statement-breakpoint
CREATE INDEX "fraud_decisions_newest" ON "fraud_decisions" USING btree ("decided_at");--> statement-breakpoint
CREATE INDEX "fraud_labels_transaction" ON "fraud_labels" USING btree ("transaction_id","sequence");--> statement-breakpoint
CREATE INDEX "fraud_reviews_alert" ON "fraud_reviews" USING btree ("alert_id","id");--> statement-breakpoint
CREATE INDEX "fraud_transactions_customer" ON "fraud_transactions" USING btree ("customer","occurred_at");--> statement-breakpoint
CREATE INDEX "fraud_transactions_terminal" ON "fraud_transactions" USING btree ("terminal","occurred_at");--> statement-breakpoint
CREATE INDEX "fraud_transactions_occurred" ON "fraud_transactions" USING btree ("occurred_at");--> statement-breakpoint
-- What people decided of an alert is only ever added to.
CREATE TRIGGER fraud_reviews_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fraud_reviews
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE fraud_reviews ENABLE ALWAYS TRIGGER fraud_reviews_append_only;
