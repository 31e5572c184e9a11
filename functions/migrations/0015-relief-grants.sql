-- What an owner wrote when they asked is never changed: what they add stands in the history.
revoke update (statement) on relief_application from anjiao_app;
