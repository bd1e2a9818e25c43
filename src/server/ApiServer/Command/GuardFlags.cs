using System.Collections.Immutable;
using Cybernetes.ApiServer.Authentication.Certificates;
using Cybernetes.ApiServer.Authentication.Oidc;
using Cybernetes.Base.Flags;

namespace Cybernetes.ApiServer.Command;

/// <summary>The further flags of authentication, authorization, admission and flow control.</summary>
internal sealed class GuardFlags
{
    private readonly Flag<string> _jwksUri, _frontProxyCa, _issuer, _clientId, _nameClaim, _namePrefix, _groupsClaim, _groupsPrefix, _oidcCa;
    private readonly Flag<string> _tokenWebhook, _authorizationWebhook, _admission, _authenticationFile, _authorizationFile;
    private readonly Flag<bool> _bootstrap, _extend, _lookup, _fair;
    private readonly Flag<TimeSpan> _maxLife, _allowedTtl, _refusedTtl;
    private readonly Flag<ImmutableArray<string>> _audiences, _proxyNames, _proxyUser, _proxyUid, _proxyGroups, _proxyExtra, _algorithms;
    private readonly Flag<ImmutableSortedDictionary<string, string>> _required;
    private readonly Flag<int> _inFlight, _mutatingInFlight, _notReady, _unreachable;

    public GuardFlags(FlagSet flags)
    {
        _bootstrap = flags.Bool("enable-bootstrap-token-auth", true, "Lets secrets of type 'bootstrap.kubernetes.io/token' in kube-system authenticate.");
        _audiences = flags.Strings("api-audiences", default, "The identifiers of this server, one of which a token must be for.");
        _maxLife = flags.Duration("service-account-max-token-expiration", default, "The longest life of a service account token.");
        _extend = flags.Bool("service-account-extend-token-expiration", true, "Lets the tokens mounted in pods live a year, with a warning after an hour.");
        _lookup = flags.Bool("service-account-lookup", true, "Whether what a service account token is bound to must exist.");
        _jwksUri = flags.String("service-account-jwks-uri", "", "Where the keys of service account tokens are published.");
        _frontProxyCa = flags.String("requestheader-client-ca-file", "", "The authorities of front proxies.");
        _proxyNames = flags.Strings("requestheader-allowed-names", default, "The common names a front proxy may have; any when empty.");
        _proxyUser = flags.Strings("requestheader-username-headers", default, "The headers that may hold the user's name.");
        _proxyUid = flags.Strings("requestheader-uid-headers", default, "The headers that may hold the user's uid.");
        _proxyGroups = flags.Strings("requestheader-group-headers", default, "The headers that hold groups.");
        _proxyExtra = flags.Strings("requestheader-extra-headers-prefix", default, "What the names of extra headers begin with.");
        _issuer = flags.String("oidc-issuer-url", "", "The OpenID Connect issuer.");
        _clientId = flags.String("oidc-client-id", "", "The client that ID tokens must be for.");
        _nameClaim = flags.String("oidc-username-claim", "sub", "The claim that names the user.");
        _namePrefix = flags.String("oidc-username-prefix", "", "What stands before the name; '-' for nothing.");
        _groupsClaim = flags.String("oidc-groups-claim", "", "The claim that holds groups.");
        _groupsPrefix = flags.String("oidc-groups-prefix", "", "What stands before each group.");
        _oidcCa = flags.String("oidc-ca-file", "", "The authorities of the issuer.");
        _required = flags.MapStringString("oidc-required-claim", null, "Claims that must have a value.");
        _algorithms = flags.Strings("oidc-signing-algs", default, "The algorithms of ID tokens that are taken.");
        _tokenWebhook = flags.String("authentication-token-webhook-config-file", "", "The kubeconfig of a token webhook.");
        _authorizationWebhook = flags.String("authorization-webhook-config-file", "", "The kubeconfig of an authorization webhook.");
        _allowedTtl = flags.Duration("authorization-webhook-cache-authorized-ttl", TimeSpan.FromMinutes(5), "How long the webhook's yes is remembered.");
        _refusedTtl = flags.Duration("authorization-webhook-cache-unauthorized-ttl", TimeSpan.FromSeconds(30), "How long the webhook's no is remembered.");
        _admission = flags.String("admission-control-config-file", "", "The AdmissionConfiguration.");
        _authenticationFile = flags.String("authentication-config", "", "The AuthenticationConfiguration; not together with the oidc-* flags.");
        _authorizationFile = flags.String("authorization-config", "", "The AuthorizationConfiguration; not together with the authorization-mode and authorization-webhook-* flags.");
        _notReady = flags.Int("default-not-ready-toleration-seconds", 300, "How long pods stay on a node that is not ready.");
        _unreachable = flags.Int("default-unreachable-toleration-seconds", 300, "How long pods stay on a node that cannot be reached.");
        _fair = flags.Bool("enable-priority-and-fairness", true, "Whether requests are shared out fairly.");
        _inFlight = flags.Int("max-requests-inflight", 400, "With the other limit: how many requests run at once.");
        _mutatingInFlight = flags.Int("max-mutating-requests-inflight", 200, "With the other limit: how many requests run at once.");
    }

    /// <exception cref="FlagException">Values do not go together.</exception>
    public GuardOptions ToOptions()
    {
        var defaults = new RequestHeaderOptions();
        return new GuardOptions
        {
            BootstrapTokens = _bootstrap.Value,
            Audiences = _audiences.Value,
            MaxTokenLife = _maxLife.Value,
            ExtendTokenLife = _extend.Value,
            TokenLookup = _lookup.Value,
            JwksUri = _jwksUri.Value,
            FrontProxyCaFile = _frontProxyCa.Value,
            FrontProxy = new RequestHeaderOptions
            {
                AllowedNames = _proxyNames.Value,
                UserHeaders = Or(_proxyUser.Value, defaults.UserHeaders),
                UidHeaders = _proxyUid.Value,
                GroupHeaders = Or(_proxyGroups.Value, defaults.GroupHeaders),
                ExtraPrefixes = Or(_proxyExtra.Value, defaults.ExtraPrefixes),
            },
            Oidc = Oidc(),
            TokenWebhookFile = _tokenWebhook.Value,
            AuthorizationWebhookFile = _authorizationWebhook.Value,
            AuthorizationWebhookTtl = (_allowedTtl.Value, _refusedTtl.Value),
            AuthenticationFile = _authenticationFile.Value,
            AuthorizationFile = _authorizationFile.Value,
            TolerationSeconds = (_notReady.Value, _unreachable.Value),
            AdmissionFile = _admission.Value,
            PriorityAndFairness = _fair.Value,
            Seats = _inFlight.Value + _mutatingInFlight.Value,
        };
    }

    private OidcOptions? Oidc()
    {
        if (_authenticationFile.Value.Length > 0 && _issuer.Value.Length > 0)
        {
            throw new FlagException("authentication-config file and oidc-* flags are mutually exclusive");
        }
        if (_authorizationFile.Value.Length > 0 && _authorizationWebhook.Value.Length > 0)
        {
            throw new FlagException("--authorization-config can not be specified when --authorization-mode or --authorization-webhook-* flags are defined");
        }
        if (_issuer.Value.Length == 0)
        {
            return null;
        }
        if (_clientId.Value.Length == 0)
        {
            throw new FlagException("oidc-issuer-url and oidc-client-id must be specified together when any oidc-* flags are set");
        }
        return new OidcOptions(_issuer.Value, [_clientId.Value])
        {
            UsernameClaim = _nameClaim.Value,
            UsernamePrefix = _namePrefix.Value.Length == 0 ? null : _namePrefix.Value,
            GroupsClaim = _groupsClaim.Value,
            GroupsPrefix = _groupsPrefix.Value,
            RequiredClaims = _required.Value,
            Algorithms = Or(_algorithms.Value, ["RS256"]),
            CertificateAuthority = _oidcCa.Value.Length == 0 ? "" : File.ReadAllText(_oidcCa.Value),
        };
    }

    private static IReadOnlyList<string> Or(ImmutableArray<string> given, IReadOnlyList<string> otherwise) => given.IsDefaultOrEmpty ? otherwise : given;
}
