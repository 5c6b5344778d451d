"""Sites made of real pages' furniture around other articles: what a site's profile is learned from and measured on."""
