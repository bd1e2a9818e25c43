using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.WebhookAdmissionConfigV1;

[Message]
[Kind("apiserver.config.k8s.io", "v1")]
public sealed partial record WebhookAdmission
{
    [Field(Always = true)]
    public partial string KubeConfigFile { get; init; }

    [Field]
    public partial string StaticManifestsDir { get; init; }
}
