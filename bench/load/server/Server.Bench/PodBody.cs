namespace Cybernetes.Server.Bench;

/// <summary>A pod of two containers, as a controller makes it.</summary>
internal static class PodBody
{
    public static string Of(int number) => $$$$"""
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"pod-{{{{number}}}}","labels":{"app":"web","pod-template-hash":"abcdef"},"annotations":{"note":"something to carry"}},
        "spec":{"serviceAccountName":"default","containers":[{{{{Container("a", 8080)}}}},{{{{Container("b", 8081)}}}}],
        "volumes":[{"name":"config","configMap":{"name":"cfg"}},{"name":"data","emptyDir":{}}],"tolerations":[{"key":"x","operator":"Exists","effect":"NoSchedule"}]}}
        """;

    private static string Container(string name, int port) => $$$$"""
        {"name":"{{{{name}}}}","image":"example.com/pause:1","ports":[{"name":"http-{{{{name}}}}","containerPort":{{{{port}}}},"protocol":"TCP"}],
        "env":[{"name":"A","value":"1"},{"name":"NODE","valueFrom":{"fieldRef":{"fieldPath":"spec.nodeName"}}}],
        "resources":{"requests":{"cpu":"100m","memory":"64Mi"},"limits":{"cpu":"200m","memory":"128Mi"}},
        "volumeMounts":[{"name":"config","mountPath":"/etc/config"},{"name":"data","mountPath":"/data"}],
        "readinessProbe":{"httpGet":{"path":"/ready","port":{{{{port}}}}},"periodSeconds":5}}
        """;
}
