CREATE TABLE "fraud_held_out" (
	"artifact" text NOT NULL,
	"transaction_id" bigint NOT NULL,
	"probability" double precision NOT NULL,
	"fraud" boolean NOT NULL,
	CONSTRAINT "fraud_held_out_artifact_transaction_id_pk" PRIMARY KEY("artifact","transaction_id"),
	CONSTRAINT "fraud_held_out_probability" CHECK ("fraud_held_out"."probability" between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "fraud_held_out" ADD CONSTRAINT "fraud_held_out_artifact_models_artifact_fk" FOREIGN KEY ("artifact") REFERENCES "public"."models"("artifact") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fraud_held_out" ADD CONSTRAINT "fraud_held_out_transaction_id_fraud_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."fraud_transactions"("id") ON DELETE no action ON UPDATE no action;