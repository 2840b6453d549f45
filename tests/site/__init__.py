"""What a browser gets, as text: pages, styles, feeds, the policy, the service worker."""
