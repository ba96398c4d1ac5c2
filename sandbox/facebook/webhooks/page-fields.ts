/** Every field of a Page that can be subscribed, as Meta's specification lists them (section 15.1). */
const PAGE_FIELDS = new Set(
  `affiliation attire awards bio birthday business_integrity call_permission_reply call_settings_update calls
   category checkins comment_poll_response company_overview conversations culinary_team current_location
   description email feature_access_list feed follow founded general_info general_manager group_feed
   hometown hours inbox_labels invoice_access_bank_slip_events invoice_access_invoice_change
   invoice_access_invoice_draft_change invoice_access_onboarding_status_active leadgen leadgen_fat
   leadgen_update live_videos local_delivery location marketing_message_clicks marketing_message_deliveries
   marketing_message_delivery_failed marketing_message_echoes marketing_message_reads
   marketing_messages_subscriber_upload_status mcom_invoice_change members mention merchant_review
   message_context message_deliveries message_echoes message_edits message_mention message_reactions
   message_reads message_template_status_update messages messaging_account_linking messaging_appointments
   messaging_checkout_updates messaging_customer_information messaging_direct_sends
   messaging_fblogin_account_linking messaging_feedback messaging_game_plays messaging_handovers
   messaging_in_thread_lead_form_submit messaging_integrity messaging_optins messaging_optouts
   messaging_payments messaging_policy_enforcement messaging_postbacks messaging_pre_checkouts
   messaging_referrals mission name page_about_story page_change_proposal page_upcoming_change parking
   payment_options payment_request_update personal_info personal_interests phone picture price_range
   product_review products public_transit publisher_subscriptions ratings registration response_feedback
   send_cart standby story_poll_response story_share user_action video_text_question_responses videos
   website`.split(/\s+/),
);

export function isPageField(name: string): boolean {
  return PAGE_FIELDS.has(name);
}

/** Fields of the Messenger Platform: they need pages_messaging too (section 4). */
export function isMessengerField(name: string): boolean {
  return /^(messag|standby)/.test(name);
}
