CREATE TABLE "fraud_places" (
	"kind" text NOT NULL,
	"id" integer NOT NULL,
	"x" double precision NOT NULL,
	"y" double precision NOT NULL,
	CONSTRAINT "fraud_places_kind_id_pk" PRIMARY KEY("kind","id"),
	CONSTRAINT "fraud_places_kind" CHECK ("fraud_places"."kind" in ('customer', 'terminal'))
);
