package vn.dvc.pay.web.pages.notices;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.MailingAddress;
import vn.dvc.pay.mailing.MailingAddresses;
import vn.dvc.pay.mailing.Mailings;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.SignedInPayer;
import vn.dvc.pay.web.pages.layout.SeeOther;

/**
 * The payer's messages, and where they go. Asking for a code is answered alike whoever has the
 * address and whether or not a message leaves.
 */
@Controller
class NoticeController {
  private static final String PAGE = "/notices";

  private final MailingAddresses addresses;
  private final Mailings mailings;

  NoticeController(MailingAddresses addresses, Mailings mailings) {
    this.addresses = addresses;
    this.mailings = mailings;
  }

  @GetMapping(PAGE)
  String show(@AuthenticationPrincipal SignedInPayer payer, Locale language, Model model) {
    var known =
        addresses.addressesOf(payer.payer()).stream()
            .collect(Collectors.toMap(MailingAddress::channel, address -> address));
    model.addAttribute(
        "channels",
        addresses.offered().stream().map(each -> new Row(each, known.get(each))).toList());
    model.addAttribute("mailings", mailings.of(payer.payer()));
    model.addAttribute("language", language.getLanguage());
    return "notices";
  }

  @PostMapping("/notices/{channel:email|sms}")
  SeeOther ask(
      @PathVariable("channel") String word,
      @RequestParam(name = "address", defaultValue = "") String typed,
      @RequestParam(name = "language", defaultValue = "vi") String language,
      @AuthenticationPrincipal SignedInPayer payer,
      RedirectAttributes flash) {
    try {
      addresses.ask(payer.payer(), channel(word), typed, "en".equals(language) ? "en" : "vi");
    } catch (Problem refused) {
      flash.addFlashAttribute("notice", refused.code());
      flash.addFlashAttribute("typed", typed);
      flash.addFlashAttribute("wrong", channel(word));
    }
    return new SeeOther(PAGE);
  }

  @PostMapping("/notices/{channel:email|sms}/confirm")
  SeeOther confirm(
      @PathVariable("channel") String word,
      @RequestParam(name = "code", defaultValue = "") String code,
      @AuthenticationPrincipal SignedInPayer payer,
      RedirectAttributes flash) {
    if (!addresses.confirm(payer.payer(), channel(word), code)) {
      flash.addFlashAttribute("notice", "mailing-code-wrong");
    }
    return new SeeOther(PAGE);
  }

  @PostMapping("/notices/{channel:email|sms}/remove")
  SeeOther remove(
      @PathVariable("channel") String word, @AuthenticationPrincipal SignedInPayer payer) {
    addresses.remove(payer.payer(), channel(word));
    return new SeeOther(PAGE);
  }

  /** Reloading or sharing a button's address leads to the page. */
  @GetMapping({
    "/notices/{channel:email|sms}",
    "/notices/{channel:email|sms}/{move:confirm|remove}"
  })
  SeeOther back() {
    return new SeeOther(PAGE);
  }

  private static Channel channel(String word) {
    return Channel.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * @param address null if the payer has none
   */
  record Row(Channel channel, @Nullable MailingAddress address) {

    public String word() {
      return channel.name().toLowerCase(Locale.ROOT);
    }

    /** What the payer can do: none, sent, confirmed. */
    public String state() {
      if (address == null) {
        return "none";
      }
      return address.confirmedAt() == null ? "sent" : "confirmed";
    }

    public List<String> languages() {
      return List.of("vi", "en");
    }
  }
}
