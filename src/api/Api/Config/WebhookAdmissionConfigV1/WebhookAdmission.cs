using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.WebhookAdmissionConfigV1;

/// <summary>Settings of the webhook admission plugins.</summary>
[Message]
[Kind("apiserver.config.k8s.io", "v1")]
public sealed partial record WebhookAdmission
{
    /// <summary>The kubeconfig by which webhooks are reached.</summary>
    [Field(Always = true)]
    public partial string KubeConfigFile { get; init; }

    /// <summary>A directory with webhook configurations.</summary>
    [Field]
    public partial string StaticManifestsDir { get; init; }
}
