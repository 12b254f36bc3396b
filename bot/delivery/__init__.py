"""The outbox worker: taking what is due, posting it, trying again, telling the operator."""
