using Cybernetes.Base.Flags;

namespace Cybernetes.ApiServer.Command;

/// <summary>Upstream's flags that this server takes, so that manifests written for upstream start it, but that change nothing here yet.</summary>
internal static class AcceptedFlags
{
    private static readonly string[] _switches =
    [
        "emulation-forward-compatible", "runtime-config-emulation-forward-compatible", "send-retry-after-while-not-ready-once",
        "shutdown-send-retry-after", "enable-garbage-collector", "watch-cache",
        "disable-http2-serving", "permit-address-sharing", "permit-port-sharing", "audit-log-batch-throttle-enable", "audit-log-compress",
        "audit-log-truncate-enabled", "audit-webhook-batch-throttle-enable", "audit-webhook-truncate-enabled", "contention-profiling",
        "profiling",
        "log-json-split-stream", "log-text-split-stream", "aggregator-reject-forwarding-redirect", "allow-privileged",
        "enable-aggregator-routing", "enable-logs-handler",
    ];

    private static readonly string[] _values =
    [
        "cors-allowed-origins", "emulated-version", "feature-gates", "goaway-chance", "livez-grace-period",
        "min-compatibility-version", "min-request-timeout", "shutdown-delay-duration",
        "shutdown-watch-termination-grace-period", "storage-initialization-timeout", "strict-transport-security-directives",
        "delete-collection-workers", "etcd-compaction-interval",
        "etcd-count-metric-poll-period", "etcd-db-metric-poll-interval", "etcd-healthcheck-timeout", "etcd-prefix",
        "etcd-readycheck-timeout", "etcd-servers-overrides", "lease-reuse-duration-seconds", "storage-backend", "storage-media-type",
        "watch-cache-sizes", "http2-max-streams-per-connection", "tls-cipher-suites", "tls-curve-preferences", "tls-min-version", "tls-sni-cert-key",
        "audit-log-batch-buffer-size", "audit-log-batch-max-size", "audit-log-batch-max-wait", "audit-log-batch-throttle-burst",
        "audit-log-batch-throttle-qps", "audit-log-format", "audit-log-mode",
        "audit-log-truncate-max-batch-size", "audit-log-truncate-max-event-size", "audit-log-version",
        "audit-webhook-batch-buffer-size", "audit-webhook-batch-max-size", "audit-webhook-batch-max-wait", "audit-webhook-batch-throttle-burst",
        "audit-webhook-batch-throttle-qps", "audit-webhook-initial-backoff", "audit-webhook-mode",
        "audit-webhook-truncate-max-batch-size", "audit-webhook-truncate-max-event-size", "audit-webhook-version", "debug-socket-path",
        "authentication-token-webhook-cache-ttl",
        "authentication-token-webhook-version",


        
        "authorization-webhook-version",
        "egress-selector-config-file", "admission-control", 
        "allow-metric-labels", "allow-metric-labels-manifest", "disabled-metrics",
        "show-hidden-metrics-for-version", "log-json-info-buffer-size", "log-text-info-buffer-size", "tracing-config-file",
        "coordinated-leadership-lease-duration", "coordinated-leadership-renew-deadline", "coordinated-leadership-retry-period",
        "endpoint-reconciler-type", "kubelet-certificate-authority", "kubelet-preferred-address-types", "kubelet-timeout",
        "kubernetes-service-node-port", "max-connection-bytes-per-sec", "peer-advertise-ip", "peer-advertise-port", "peer-ca-file",
        "proxy-client-cert-file", "proxy-client-key-file", "service-account-signing-endpoint",
    ];

    public static void AddTo(FlagSet flags)
    {
        foreach (var name in _switches)
        {
            flags.Bool(name, false, "Taken for compatibility.");
        }

        foreach (var name in _values)
        {
            flags.StringArray(name, default, "Taken for compatibility.");
        }
    }
}
