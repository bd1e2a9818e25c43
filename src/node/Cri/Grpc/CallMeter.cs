using System.Collections.Frozen;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Cybernetes.Cri.Grpc;

/// <summary>Tells how long each call of the runtime took and whether it failed, under the names that the kubelet's metrics have for them.</summary>
internal sealed class CallMeter(Action<string, TimeSpan, bool> observe) : Interceptor
{
    private static readonly FrozenDictionary<string, string> Operations = new Dictionary<string, string>
    {
        ["Version"] = "version",
        ["Status"] = "status",
        ["RuntimeConfig"] = "runtime_config",
        ["UpdateRuntimeConfig"] = "update_runtime_config",
        ["RunPodSandbox"] = "run_podsandbox",
        ["StopPodSandbox"] = "stop_podsandbox",
        ["RemovePodSandbox"] = "remove_podsandbox",
        ["PodSandboxStatus"] = "podsandbox_status",
        ["ListPodSandbox"] = "list_podsandbox",
        ["CreateContainer"] = "create_container",
        ["StartContainer"] = "start_container",
        ["StopContainer"] = "stop_container",
        ["RemoveContainer"] = "remove_container",
        ["ListContainers"] = "list_containers",
        ["ContainerStatus"] = "container_status",
        ["UpdateContainerResources"] = "update_container",
        ["ReopenContainerLog"] = "reopen_container_log",
        ["ExecSync"] = "exec_sync",
        ["Exec"] = "exec",
        ["Attach"] = "attach",
        ["PortForward"] = "port_forward",
        ["ContainerStats"] = "container_stats",
        ["ListContainerStats"] = "list_container_stats",
        ["ListImages"] = "list_images",
        ["ImageStatus"] = "image_status",
        ["PullImage"] = "pull_image",
        ["RemoveImage"] = "remove_image",
        ["ImageFsInfo"] = "image_fs_info",
    }.ToFrozenDictionary();

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var began = TimeProvider.System.GetTimestamp();
        var call = continuation(request, context);
        _ = call.ResponseAsync.ContinueWith(
            ended => observe(Operations.GetValueOrDefault(context.Method.Name, context.Method.Name), TimeProvider.System.GetElapsedTime(began), !ended.IsCompletedSuccessfully),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return call;
    }
}
